package org.postroad.deliver.outbox;

import java.time.Instant;
import org.postroad.deliver.Message;

/** A message that this node alone may begin to send until that moment; afterwards any node may. */
public record ClaimedMessage(Message message, Instant until) {}
