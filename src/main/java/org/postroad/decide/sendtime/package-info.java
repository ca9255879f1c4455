/** The best time to send: when a customer is most likely to read, from their own engagement and that of all customers. */
@NullMarked
@NamedInterface("sendtime")
package org.postroad.decide.sendtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
