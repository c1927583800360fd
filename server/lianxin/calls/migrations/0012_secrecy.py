from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('calls', '0011_kinds_of_the_ledger_again'),
    ]

    operations = [
        migrations.AddField(
            model_name='call',
            name='secrecy',
            field=models.CharField(db_default='internal', default='internal', max_length=16),
        ),
        AddConstraintNotValid(
            model_name='call',
            constraint=models.CheckConstraint(condition=models.Q(('secrecy__in', ('public', 'internal', 'confidential'))), name='call_secrecy'),
        ),
    ]
