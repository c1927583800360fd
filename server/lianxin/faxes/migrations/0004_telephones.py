"""Numbers are stored as E.164, those that were there too."""

from django.db import migrations

from lianxin.centres.telephone_field import TelephoneField, stored_as_e164


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ('faxes', '0003_old_languages'),
    ]

    operations = [
        migrations.AlterField(
            model_name='fax',
            name='caller',
            field=TelephoneField(default='', max_length=64),
        ),
        migrations.AlterField(
            model_name='fax',
            name='number',
            field=TelephoneField(max_length=32),
        ),
        stored_as_e164("faxes_fax", "number", "caller"),
    ]
