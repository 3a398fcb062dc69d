"""The programme, its events and its rules of time. It is pure: no Telegram, no SQL, no clock."""
