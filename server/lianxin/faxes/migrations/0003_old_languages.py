"""The constraints of the migration before hold for the rows that were there, too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations

from lianxin.centres.choices import reworded


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("faxes", "0002_languages")]

    operations = [
        reworded("faxes_fax", {"language": (("zh", "en", "yue"), "zh")}),
        ValidateConstraint(model_name="fax", name="fax_language"),
    ]
