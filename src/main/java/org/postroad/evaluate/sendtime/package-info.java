/** When to send: how much of what the best hour brings over a random one is captured, in the simulated shop. */
@NullMarked
package org.postroad.evaluate.sendtime;

import org.jspecify.annotations.NullMarked;
