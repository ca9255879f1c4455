/** What simulated people do over time: visits, orders and reactions to mail, as a discrete-event simulation that emits shop events. */
@NullMarked
@NamedInterface("behaviour")
package org.postroad.shop.behaviour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
