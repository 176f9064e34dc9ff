// The slider has set points aside: tell our server which hold it was, then show the order as the server knows it.
for (const checkout of document.querySelectorAll('artel-checkout[data-order]')) {
  checkout.addEventListener('artel:hold', async (event) => {
    const answer = await fetch(`/orders/${checkout.dataset.order}/hold${location.search}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ holdId: event.detail.holdId }),
    })
    if (answer.ok) return location.reload()
    const { message } = await answer.json()
    const problem = document.querySelector('[data-checkout-problem]')
    problem.textContent = message
    problem.hidden = false
  })
}
