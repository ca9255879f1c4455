/** What a customer's events add up to: decayed counters and totals, recent views, and the alerts that follow from an interest. */
@NullMarked
@NamedInterface("profile")
package org.postroad.customer.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
