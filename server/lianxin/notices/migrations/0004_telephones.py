"""Numbers are stored as E.164, those that were there too."""

from django.db import migrations

from lianxin.centres.telephone_field import TelephoneField, stored_as_e164


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ('notices', '0003_old_languages'),
    ]

    operations = [
        migrations.AlterField(
            model_name='notice',
            name='number',
            field=TelephoneField(max_length=32),
        ),
        stored_as_e164("notices_notice", "number"),
    ]
