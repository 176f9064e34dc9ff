/** What a wash costs, in kopecks. The page shows the same prices; what is charged is decided here. */
export const programmes = {
  rinse: { priceMinor: 25_000n, title: 'Ополаскивание', category: 'wash/rinse' },
  foam: { priceMinor: 45_000n, title: 'Пена', category: 'wash/body' },
  triple: { priceMinor: 65_000n, title: 'Три пены', category: 'wash/body' },
  wax: { priceMinor: 90_000n, title: 'Пена и воск', category: 'wash/body' },
  full: { priceMinor: 240_000n, title: 'Полный блеск', category: 'wash/full' },
}
