/** Does what people ask for: takes exceptions on, switches targets. */
@org.jspecify.annotations.NullMarked
package io.crossdock.operate;
