// Resolves an image as the container runtime of a machine does, with containerd's own resolver, and prints what the
// machine would report. Arguments: host, home folder with the two files.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/containerd/containerd/v2/core/remotes/docker"
)

// login is the entry of exactly this host, as the kubelet hands it over; empty without one.
func login(config, host string) (string, string, error) {
	var file struct {
		Auths map[string]struct {
			Auth string `json:"auth"`
		} `json:"auths"`
	}
	content, err := os.ReadFile(config)
	if err != nil || json.Unmarshal(content, &file) != nil {
		return "", "", nil
	}
	decoded, err := base64.StdEncoding.DecodeString(file.Auths[host].Auth)
	if err != nil {
		return "", "", nil
	}
	user, password, _ := strings.Cut(string(decoded), ":")
	return user, password, nil
}

func main() {
	host, home := os.Args[1], os.Args[2]
	pool := x509.NewCertPool()
	if content, err := os.ReadFile(filepath.Join(home, ".tls", "certificate.crt")); err == nil {
		pool.AppendCertsFromPEM(content)
	}
	client := &http.Client{Transport: &http.Transport{
		Proxy:           http.ProxyFromEnvironment,
		TLSClientConfig: &tls.Config{RootCAs: pool},
	}}
	authorizer := docker.NewDockerAuthorizer(docker.WithAuthClient(client), docker.WithAuthCreds(func(string) (string, string, error) {
		return login(filepath.Join(home, ".docker", "config.json"), host)
	}))
	resolver := docker.NewResolver(docker.ResolverOptions{
		Hosts: docker.ConfigureDefaultRegistries(docker.WithClient(client), docker.WithAuthorizer(authorizer)),
	})
	image := host + "/team/img:latest"
	if _, _, err := resolver.Resolve(context.Background(), image); err != nil {
		// The words around it are those of containerd (image_pull.go, pull.go) and of the kubelet (image_manager.go).
		fmt.Printf(
			"Failed to pull image %q: rpc error: code = Unknown desc = failed to pull and unpack image %q: failed to resolve reference %q: %v\n",
			image, image, image, err,
		)
		os.Exit(1)
	}
}
