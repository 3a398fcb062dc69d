# "I am coming", and how it was.

button-come = I am coming
button-not-coming = I am not coming after all
attendance-coming = Noted: you are coming { event-to-the }. The organisers know how many people come, not who.
attendance-not-coming = Removed: you are not coming { event-to-the }.
attendance-over = This { -event } is no longer planned.
feedback-question =
    <b>How was { event-the }?</b>

    You had said that you were coming, on { $date }. Tap a mark: 1 means not good at all, 5 means very good.
    The organisers read the answers without knowing whose they are.
button-not-there = I was not there in the end
feedback-thanks = Thank you! You gave { $rating } out of 5. To tell the organisers more, tap the button below.
button-comment = ✏️ Add a few words
feedback-not-there = Thank you for telling me.
feedback-ask-comment = Write your few words here. The organisers read them without knowing whose they are: do not write your name.
feedback-comment-kept = Thank you! I will pass them on to the organisers.
feedback-comment-too-long = That is a little too long: { $length } characters, { $limit } at most. Please shorten it and send it again.
feedback-closed = Answers about this { -event } are closed.
feedback-summary =
    <b>How { event-the } was</b>
    { $date }

    { $count ->
    [one] 1 person had said “I am coming”.
   *[other] { $count } people had said “I am coming”.
  }
feedback-average = { $count ->
    [one] 1 person gave a mark
   *[other] { $count } people gave a mark
  }. Average: { $average } out of 5.
feedback-line = • mark { $rating }: { $count }
feedback-absent = { $count ->
    [one] 1 person answered that they were not there in the end.
   *[other] { $count } people answered that they were not there in the end.
  }
feedback-comments = <b>They wrote:</b>
feedback-comment = • <i>{ $text }</i>
feedback-more = { $count ->
    [one] and 1 more comment.
   *[other] and { $count } more comments.
  }
