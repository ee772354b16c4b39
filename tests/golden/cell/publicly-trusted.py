from kaptain.config import Config

config = Config.default()
config.docker_registry_url = "registry.example.com"
