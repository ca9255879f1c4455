package org.postroad.track;

import java.util.UUID;

/**
 * The content of a genuine token.
 *
 * @param position of the link in its message, from 0; 0 for kinds other than clicks
 */
record LinkToken(LinkTokenKind kind, UUID messageId, int position) {}
