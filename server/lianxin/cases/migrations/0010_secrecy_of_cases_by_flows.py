"""Make confidential what flows and agents filed in calls of the mayor's mailbox since ``0009``."""

from importlib import import_module

from django.db import migrations

_mark = import_module("lianxin.cases.migrations.0009_secrecy_of_old_cases").mark


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("cases", "0009_secrecy_of_old_cases")]

    operations = [migrations.RunPython(_mark, migrations.RunPython.noop)]
