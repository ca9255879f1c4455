/** The best time to send: when a mail to a customer is most likely to be clicked, within what the quiet hours allow. */
@NullMarked
@NamedInterface("sendtime")
package org.postroad.decide.sendtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
