/**
 * Tries journeys out before customers get mail: scenarios with a clock moved by hand, and simulations of months with the
 * simulated shop's people or a sample of the installation's own customers. Each command runs in an application context of
 * its own, with a temporary database.
 *
 * <p>Uses {@code event}, {@code customer}, {@code catalog}, {@code journey}, {@code segment}, {@code track} and {@code shop}.
 */
@NullMarked
package org.postroad.rehearse;

import org.jspecify.annotations.NullMarked;
