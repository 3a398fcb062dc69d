# Residents' questions, for organisers.

menu-inbox = Answer residents’ questions
inbox-empty = There are no questions waiting.
inbox-title = { $count ->
    [one] <b>There is 1 question waiting.</b>
   *[other] <b>There are { $count } questions waiting.</b>
  } Here is the oldest:
inbox-question =
    <i>{ $question }</i>

    { $people ->
    [one] Asked by 1 person
   *[other] Asked by { $people } people
  }. First asked: { $day } at { $time }.
inbox-new = ✉️ <b>A resident asks:</b>
button-answer = ✏️ Answer
button-dismiss = 🗑 Remove
button-learn = ✅ Use it for others too
inbox-ask-answer = Write the answer to: <i>{ $question }</i>
inbox-answer-too-long = The answer is too long: { $length } characters, at most { $limit }. Please shorten it and send it again.
inbox-answered = ✅ Done. { $count ->
    [one] The answer goes to 1 person.
   *[other] The answer goes to { $count } people.
  }
inbox-learn-ask = From now on, should I give this answer to anyone who asks the same question?
inbox-learned = ✅ Done. From now on I’ll give this answer to anyone who asks.
inbox-dismissed = 🗑 Removed. Nobody gets an answer.
inbox-gone = This question is no longer waiting.
