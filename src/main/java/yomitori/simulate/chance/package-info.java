/** Seeded chance: the one place where the simulator's luck comes from. */
package yomitori.simulate.chance;
