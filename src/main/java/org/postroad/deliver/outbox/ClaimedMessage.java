package org.postroad.deliver.outbox;

import java.time.Instant;
import org.postroad.deliver.Message;

/** A message that this node may begin to post until that moment. Afterwards it belongs to all nodes again. */
public record ClaimedMessage(Message message, Instant until) {}
