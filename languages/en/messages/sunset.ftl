# When the programme is over.

privacy-sunset = { $count ->
    [one] One day after
   *[other] { $count } days after
  } the last { -event } I erase everything by myself (later, if you first wrote to me later than that).
sunset = 🗑 The programme has been over for some time. { $count ->
    [one] I have forgotten 1 chat
   *[other] I have forgotten { $count } chats
  }: people and groups receive nothing more. The figures of the reports remain, without anyone’s name.
