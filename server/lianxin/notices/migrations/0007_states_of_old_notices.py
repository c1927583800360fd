"""The constraints of the migration before hold for the rows that were there, too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [('notices', '0006_case_events')]

    operations = [
        ValidateConstraint(model_name='notice', name='notice_state'),
        ValidateConstraint(model_name='notice', name='notice_event'),
    ]
