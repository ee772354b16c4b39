// Registry is the CNCF distribution registry with only what the demo and the tests use: the drivers that need no cloud
// (a full build pulls a gigabyte of modules for the others), Basic and token login. Its flags and its configuration
// file are those of upstream's cmd/registry: "registry serve CONFIG".
//
// "registry -hash" reads a password from standard input and prints its bcrypt hash for an htpasswd file, because
// neither the htpasswd program nor a bcrypt module is there on most machines.
package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/distribution/distribution/v3/registry"
	_ "github.com/distribution/distribution/v3/registry/auth/htpasswd"
	_ "github.com/distribution/distribution/v3/registry/auth/token"
	_ "github.com/distribution/distribution/v3/registry/storage/driver/filesystem"
	_ "github.com/distribution/distribution/v3/registry/storage/driver/inmemory"
	"golang.org/x/crypto/bcrypt"
)

// cost is the lowest that bcrypt allows. Every request with a login pays for one comparison, and these passwords
// protect nothing.
const cost = bcrypt.MinCost

func main() {
	if len(os.Args) == 2 && os.Args[1] == "-hash" {
		if err := printHash(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if err := registry.RootCmd.Execute(); err != nil {
		os.Exit(1)
	}
}

func printHash() error {
	lines := bufio.NewScanner(os.Stdin)
	if !lines.Scan() {
		return fmt.Errorf("no password on standard input")
	}
	hash, err := bcrypt.GenerateFromPassword(lines.Bytes(), cost)
	if err != nil {
		return err
	}
	fmt.Println(string(hash))
	return nil
}
