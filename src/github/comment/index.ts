export { commentMarker } from './comment-marker.ts'
export { renderComment } from './render-comment.ts'
