@NullMarked
package io.crossdock.config;

import org.jspecify.annotations.NullMarked;
