/**
 * The post office: last consent check, limits, SMTP, outcome.
 *
 * <p>Uses {@code compose}, {@code customer} and {@code event}.
 */
@NullMarked
package org.postroad.deliver;

import org.jspecify.annotations.NullMarked;
