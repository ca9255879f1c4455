/** The simulated world as it is given: people with known traits and the goods they buy, the same for the same seed. */
@NullMarked
@NamedInterface("world")
package org.postroad.shop.world;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
