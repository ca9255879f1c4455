package org.postroad.track;

import java.util.UUID;

/**
 * What a genuine token says.
 *
 * @param position which of the message's links, from 0; 0 for other kinds
 */
record LinkToken(LinkTokenKind kind, UUID messageId, int position) {}
