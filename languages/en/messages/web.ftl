# The pages in the browser.

web-refusal-title = { $status ->
    [404] This page does not exist
    [405] This cannot be done here
    [408] That took too long
    [413] That is too large
    [503] Come back in a moment
   *[other] Something went wrong
  }
web-refusal = { $status ->
    [404] Perhaps the address is misspelt, or the page was removed.
    [405] This page can only be read.
    [408] Your request did not arrive in time. Try again.
    [413] What you sent is larger than what we can receive.
    [503] The service is starting, or has much to do. Try again in a few seconds.
   *[other] It is not your fault. Try again in a few minutes.
  }
