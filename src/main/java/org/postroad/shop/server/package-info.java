/** The simulated shop in a server in local mode: its start, its state on disk, its scheduled work, and its product images. */
@NullMarked
package org.postroad.shop.server;

import org.jspecify.annotations.NullMarked;
