/** What simulated people do over time: visits, orders and reactions to mail, as a discrete-event simulation that emits shop events. */
@NullMarked
package org.postroad.shop.behaviour;

import org.jspecify.annotations.NullMarked;
