from django.apps import AppConfig


class ConnectionsConfig(AppConfig):
    name = "lianxin.connections"
    label = "connections"
