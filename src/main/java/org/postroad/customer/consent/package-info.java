/** Whether a customer may be mailed: consents by topic, suppressed addresses, and the permission that follows from both. */
@NullMarked
@NamedInterface("consent")
package org.postroad.customer.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
