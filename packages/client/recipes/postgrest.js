/** @param site such as `https://api.shop.example` */
export const postgrest = (site) => ({
    endpoint: `${site}/feedback?on_conflict=id`,
    headers: { prefer: 'resolution=ignore-duplicates' },
    transform: (record) => ({ id: record.id, record }),
});
//# sourceMappingURL=postgrest.js.map