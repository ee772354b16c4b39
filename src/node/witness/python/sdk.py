"""Says what the package ``kaptain`` offers by reading its sources: neither it nor anything it needs is imported."""

from __future__ import annotations

import ast
import os
import re

#: Files of the SDK that are read at most, and the size of each in bytes.
SDK_FILES = 300
SDK_FILE_LIMIT = 512 * 1024

#: Classes of the SDK that a Config cell may name.
SDK_CLASS = re.compile(r"^(?:Config|Model|ModelFramework|ImageBuilderUtil|\w{0,60}Provider)$")
STORAGE_CLASS = "DefaultMinioConfigurationProvider"


def locate(packages):
    """Return version and classes of the SDK.

    :param packages: finds packages where a kernel would look
    """
    spec = packages.find("kaptain")
    if spec is None:
        return {"found": False, "version": None, "classes": [], "storageProvider": None}
    classes = []
    for folder in list(spec.submodule_search_locations or [])[:1]:
        for path in source_files(folder):
            classes += classes_of(path, module_name(folder, path))
    classes.sort(key=lambda item: (item["module"], item["name"]))
    storage = [item for item in classes if item["name"] == STORAGE_CLASS]
    return {
        "found": True,
        "version": packages.version("kaptain", "d2iq-kaptain", "kaptain"),
        "classes": classes[:60],
        "storageProvider": "{module}.{name}".format(**storage[0]) if storage else None,
    }


def source_files(folder):
    """Return the package's Python files, in order, so many and so large at most."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name.isidentifier())
        for name in sorted(names):
            path = os.path.join(parent, name)
            if name.endswith(".py") and os.path.isfile(path) and os.path.getsize(path) <= SDK_FILE_LIMIT:
                found.append(path)
                if len(found) == SDK_FILES:
                    return found
    return found


def module_name(folder, path):
    """Return the dotted name of a file of the package."""
    parts = os.path.relpath(path, folder)[: -len(".py")].split(os.sep)
    return ".".join(["kaptain", *[part for part in parts if part != "__init__"]])


def classes_of(path, module):
    """Return the classes of one file that a Config cell may name, with the parameters of their constructors."""
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read(SDK_FILE_LIMIT))
    except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
        return []
    found = []
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or not SDK_CLASS.match(node.name):
            continue
        methods = {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}
        maker = methods.get("__init__")
        found.append(
            {
                "name": node.name,
                "module": module,
                "parameters": [] if maker is None else parameters_of(maker.args),
                "factories": sorted(name for name in methods if name in ("default", "from_file", "from_env")),
            }
        )
    return found


def parameters_of(arguments):
    """Return name and need of each parameter but the first, which is the object itself."""
    plain = [*getattr(arguments, "posonlyargs", []), *arguments.args]
    optional = len(arguments.defaults)
    found = [
        {"name": item.arg, "required": place < len(plain) - optional} for place, item in enumerate(plain) if place > 0
    ]
    for item, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        found.append({"name": item.arg, "required": default is None})
    return found[:40]
