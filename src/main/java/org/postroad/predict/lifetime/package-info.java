/**
 * Whether and how often a customer buys again within a horizon, and what that is worth: models that "buy till you die". Start at
 * {@link org.postroad.predict.lifetime.LifetimeTraining}; what it found is a
 * {@link org.postroad.predict.lifetime.LifetimeModel}.
 */
@NullMarked
@NamedInterface("lifetime")
package org.postroad.predict.lifetime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
