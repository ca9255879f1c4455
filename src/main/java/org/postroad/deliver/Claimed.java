package org.postroad.deliver;

import java.time.Instant;

/** A message that this node may begin to post until that moment. Afterwards it belongs to all nodes again. */
record Claimed(Message message, Instant until) {}
