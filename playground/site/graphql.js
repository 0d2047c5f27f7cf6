/** What the site asks of Newswire. */
const PHOTO = 'caption altText byline creditLine copyrightNotice image { url alternativeText width height formats }';

export const LATEST = `query Latest {
  newswireLatest(first: 20) {
    nodes {
      slug headline abstract language firstCreated publishedAt commentsCount agency { name } categories { name }
      photos { photo { ${PHOTO} } }
    }
  }
}`;

export const STORY = `query Story($slug: String!) {
  newswireArticleBySlug(slug: $slug) {
    documentId slug headline subheadline byline dateline body language firstCreated publishedAt
    creditLine copyrightNotice usageTerms jsonLd
    agency { name }
    categories { name }
    photos { caption photo { ${PHOTO} } }
  }
}`;

export const DISCUSSION = `query Discussion($article: ID!, $after: ID) {
  newswireDiscussion(article: $article, first: 50, after: $after) {
    total open hasNextPage endCursor
    comments { documentId depth authorName staff html postedAt editedAt }
  }
}`;

export const POST = 'mutation Post($data: NewswireCommentPost!) { newswirePostComment(data: $data) { status } }';

export const REPORT = `mutation Report($id: ID!, $reason: NewswireReportReason!, $note: String) {
  newswireReportComment(documentId: $id, reason: $reason, note: $note)
}`;

export async function ask(query, variables) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}
