const feedList = document.querySelector('feed-list');
const status = document.querySelector('#status');

feedList.limit = 5;
feedList.addEventListener('feed-load', ({ total }) => {
  status.textContent = `${total} events`;
});
feedList.addEventListener('feed-error', ({ error }) => {
  status.textContent = error.message;
});
