/**
 * An anonymised sample of the installation's own customers with their pasts, for simulations. Start at {@link
 * org.postroad.rehearse.sample.SampleReader}.
 */
@NullMarked
package org.postroad.rehearse.sample;

import org.jspecify.annotations.NullMarked;
