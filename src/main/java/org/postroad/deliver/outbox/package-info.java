/** Which stored messages may leave now: claims, rate limits per domain, precedence between mails of one customer, retry schedule. */
@NullMarked
package org.postroad.deliver.outbox;

import org.jspecify.annotations.NullMarked;
