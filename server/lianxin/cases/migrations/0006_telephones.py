"""Numbers are stored as E.164, those that were there too."""

from django.db import migrations

from lianxin.centres.telephone_field import TelephoneField, stored_as_e164


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ('cases', '0005_case_event_request_of_the_system'),
    ]

    operations = [
        migrations.AlterField(
            model_name='case',
            name='phone',
            field=TelephoneField(default='', max_length=32),
        ),
        stored_as_e164("cases_case", "phone"),
    ]
