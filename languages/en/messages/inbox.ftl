# Residents’ questions, for the organisers.

menu-inbox = Answer residents’ questions
inbox-empty = No questions are waiting.
inbox-title = { $count ->
    [one] <b>1 question is waiting</b>
   *[other] <b>{ $count } questions are waiting</b>, oldest first:
  }
inbox-line =
    <b>{ $number }.</b> { $question }
    <i>{ $people ->
    [one] 1 person
   *[other] { $people } people
  }, { $day } at { $time }</i>
inbox-pick = Tap a question’s number to answer it.
inbox-question =
    <i>{ $question }</i>

    { $people ->
    [one] One person asked this, { $day } at { $time }.
   *[other] { $people } people asked this, the first { $day } at { $time }.
  }
inbox-wordings = <b>Also asked like this:</b>
inbox-wording = • <i>{ $question }</i>
inbox-more-wordings = { $count ->
    [one] • and in 1 other way
   *[other] • and in { $count } other ways
  }
inbox-how = To answer, tap ✏️ (or reply to this message). I show you the answer before it goes out.
inbox-new = ✉️ <b>A resident asks:</b>
button-answer = ✏️ Answer
button-dismiss = 🗑 Dismiss
button-inbox = ↩️ The other questions
button-reopen = ↩️ Put it back
button-learn = ✅ Use it for others too
button-learned = Answers I have learned: { $count }
button-all-learned = Answers I have learned
inbox-ask-answer = Write the answer to: <i>{ $question }</i>
inbox-answer-too-long = The answer is too long: { $length } characters, at most { $limit }. Shorten it and send it again.
inbox-preview = Here is the answer, as it will arrive:
inbox-confirm = { $count ->
    [one] It goes to the person who asked.
   *[other] It goes to the { $count } people who asked.
  } Nothing is sent until you confirm.
button-send-answer = ✅ { $count ->
    [one] Send to 1 person
   *[other] Send to { $count } people
  }
button-change-answer = ✏️ Rewrite
inbox-dropped = ❌ Nothing was sent. The question is still waiting.
inbox-answered = ✅ Done. { $count ->
    [one] The answer goes to 1 person.
   *[other] The answer goes to { $count } people.
  }
inbox-learn-ask = Shall I give this answer from now on to anyone who asks the same, of whatever { -area }?
inbox-learned = ✅ Done. From now on I give this answer to anyone who asks.
inbox-learned-already = I have learned it already.
inbox-dismissed = 🗑 Dismissed. Nobody gets an answer.
inbox-gone = This question is no longer waiting.
inbox-not-yours = This answer is somebody else’s: only who wrote it can decide that.
inbox-draft-gone = This answer is no longer a draft of yours: it has been sent, dropped or written again.
inbox-you = you
inbox-somebody-answered =
    This question has already been answered ({ $name }). This is what arrived:

    { $answer }
learned-title = <b>Answers I have learned from you</b>
learned-empty = I have not learned any answers. When you answer a question, you can tell me to use it for others too.
learned-line = <b>{ $number }.</b> { $question }
learned-one =
    <b>To whoever asks:</b>
    { $asked }

    <b>I answer:</b>
    { $answer }
button-forget = 🗑 Stop giving this answer
learned-forgotten = 🗑 Done. If anyone asks, I no longer give this answer.
learned-gone = This answer is no longer there.
learned-answer =
    <i>The organisers gave this answer to someone who asked before:</i>

    { $answer }
