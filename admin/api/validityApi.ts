import { adminApi } from '@strapi/strapi/admin';
import type { RightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import {
  validityResponse,
  type DecisionRequest,
  type FormRequest,
  type ValidityResponse,
} from '../../contracts/validity';

type Validity = ValidityResponse['data'];
interface Subject {
  type: RightsType;
  documentId: string;
}

const pathOf = ({ type, documentId }: Subject, rest: string) =>
  `/newswire/rights/${type}/${encodeURIComponent(documentId)}/${rest}`;
const read = (answer: unknown): Validity => validityResponse.parse(answer).data;
const tagsOf = ({ type, documentId }: Subject) => [{ type: 'Document' as const, id: `${UID[type]}_${documentId}` }];

/** Whether something may be shown, and what editors decide about it. */
const validityApi = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (build) => ({
    newswireValidity: build.query<Validity, Subject>({
      query: (subject) => ({ url: pathOf(subject, 'validity') }),
      transformResponse: read,
      // A save in the Content Manager changes the judgement, and a photo's that of its articles.
      providesTags: (_validity, _error, subject) => [
        ...tagsOf(subject),
        { type: 'Document', id: `${UID.photo}_LIST` },
        { type: 'Document', id: `${UID.agency}_LIST` },
      ],
    }),
    newswireDecideRights: build.mutation<Validity, Subject & { decision: DecisionRequest }>({
      query: ({ decision, ...subject }) => ({ url: pathOf(subject, 'decisions'), method: 'POST', data: decision }),
      transformResponse: read,
      invalidatesTags: (_validity, _error, subject) => tagsOf(subject),
    }),
    newswireWithdraw: build.mutation<Validity, Subject & { id: string; why: string }>({
      query: ({ id, why, ...subject }) => ({
        url: pathOf(subject, `decisions/${encodeURIComponent(id)}/withdraw`),
        method: 'POST',
        data: { why },
      }),
      transformResponse: read,
      invalidatesTags: (_validity, _error, subject) => tagsOf(subject),
    }),
    newswireTellForm: build.mutation<undefined, Subject & FormRequest>({
      query: ({ fields, ...subject }) => ({ url: pathOf(subject, 'form'), method: 'POST', data: { fields } }),
      transformResponse: () => undefined,
    }),
    newswireConfirm: build.mutation<Validity, { documentId: string; why: string }>({
      query: ({ documentId, why }) => ({
        url: pathOf({ type: 'article', documentId }, 'confirm'),
        method: 'POST',
        data: { why },
      }),
      transformResponse: read,
    }),
  }),
});

export const {
  useNewswireValidityQuery,
  useNewswireDecideRightsMutation,
  useNewswireWithdrawMutation,
  useNewswireConfirmMutation,
  useNewswireTellFormMutation,
} = validityApi;
