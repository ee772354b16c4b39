/** Renderer of the Config cell. Filled by the cell room. */
export {};
