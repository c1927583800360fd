from django.apps import AppConfig


class FaxesConfig(AppConfig):
    name = "lianxin.faxes"
    label = "faxes"
