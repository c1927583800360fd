from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('calls', '0010_offers_that_were_lost'),
    ]

    operations = [
        ValidateConstraint(model_name='callevent', name='call_event_kind'),
    ]
